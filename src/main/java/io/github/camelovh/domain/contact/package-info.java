/**
 * The people behind a name: its owner's contact, whose data is changed or which gives way to another by an order, and the accounts
 * that hold its other roles.
 *
 * @see <a href="https://github.com/ovh/docs/tree/develop/pages/web_cloud/domains/api_domain_contacts">OVHcloud's guide</a>
 */
package io.github.camelovh.domain.contact;
