/** What an operator wants to become of names when they expire, as rules. */
package io.github.camelovh.domain.app.renewal.policy;
