/**
 * What whois (now RDDS) shows of the contacts of a name: the data that is disclosed on request, and the substitute mail
 * addresses. OVHcloud accepts only whole lists; this package changes one contact and leaves the others unchanged.
 *
 * <p>Read {@link io.github.camelovh.domain.whois.WhoisClient} first. Never here: Camel, HTTP or SQL; ArchitectureTest
 * checks that.
 *
 * @see <a href="https://github.com/ovh/docs/tree/develop/pages/web_cloud/domains/api_domain_whois">OVHcloud's guide</a>
 */
package io.github.camelovh.domain.whois;
