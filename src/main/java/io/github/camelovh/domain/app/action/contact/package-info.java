/**
 * The rows about owners and about accounts with roles, as requests to the routes of {@code routes/contact.camel.yaml}.
 *
 * <p>Read {@code ContactActions} first. Never here: Camel, HTTP or SQL, and what the changes mean, which is in {@code contact}.
 */
package io.github.camelovh.domain.app.action.contact;
