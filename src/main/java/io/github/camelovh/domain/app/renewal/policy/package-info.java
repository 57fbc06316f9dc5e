/**
 * The operator's rules about names that expire.
 *
 * <p>Read {@code RenewalPolicy} first, which decides; {@code PolicyFile} reads the rules from YAML. Never here: calls
 * to the API, Camel or SQL, and actions: this package only decides.
 */
package io.github.camelovh.domain.app.renewal.policy;
