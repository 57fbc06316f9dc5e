/** The renewals of a whole portfolio: what the policy wants, what OVHcloud is set to do, and what is to be done. */
package io.github.camelovh.domain.app.renewal;
