/**
 * The contacts of a name: its owner, whose data is changed or who is replaced by another owner with an order, and the
 * accounts that have its other roles.
 *
 * <p>Read {@link io.github.camelovh.domain.contact.OwnerContacts} first, then {@link
 * io.github.camelovh.domain.contact.AccountRoles}. Never here: Camel, HTTP or SQL; ArchitectureTest checks that.
 *
 * @see <a href="https://github.com/ovh/docs/tree/develop/pages/web_cloud/domains/api_domain_contacts">OVHcloud's
 * guide</a>
 */
package io.github.camelovh.domain.contact;
