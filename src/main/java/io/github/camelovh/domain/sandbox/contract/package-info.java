/**
 * The facts of the official schema about each operation and type, and the checks that follow from them.
 *
 * <p>Read {@link io.github.camelovh.domain.sandbox.contract.ApiContract} first. Never here: state, HTTP, or behaviour
 * that is not in the schema. The facts are in {@code contract.txt}. {@code ContractCompiler} in the tests generates it
 * from the schema; {@code ContractFileTest} checks that both agree.
 */
package io.github.camelovh.domain.sandbox.contract;
