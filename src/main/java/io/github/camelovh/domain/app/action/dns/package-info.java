/**
 * The rows about name servers, DNSSEC keys and records, as requests to the routes of {@code routes/dns.camel.yaml}.
 *
 * <p>Read {@code DnsActions} first. Never here: Camel, HTTP or SQL, and the comparison of records, which is in {@code dns}.
 */
package io.github.camelovh.domain.app.action.dns;
