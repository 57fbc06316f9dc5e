/**
 * What the official schema says of each operation and type, and the checks that follow from it.
 *
 * <p>Read {@link io.github.camelovh.domain.sandbox.contract.ApiContract} first. Never here: state, HTTP, behaviour beyond
 * the schema. The facts lie in {@code contract.txt}, made from the schema by {@code ContractCompiler} in the tests;
 * {@code ContractFileTest} holds the two together.
 */
package io.github.camelovh.domain.sandbox.contract;
