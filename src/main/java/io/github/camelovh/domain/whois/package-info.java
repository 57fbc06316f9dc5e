/**
 * What whois (today RDDS) shows of the people behind a name: which of their data is disclosed on request, and the mail addresses
 * that stand in for their real ones. OVHcloud takes whole lists only; here one contact is changed and all others stay.
 *
 * @see <a href="https://github.com/ovh/docs/tree/develop/pages/web_cloud/domains/api_domain_whois">OVHcloud's guide</a>
 */
package io.github.camelovh.domain.whois;
