/**
 * The settings of the application: where they come from, what they mean, and the check of all of them at once.
 *
 * <p>Read {@link io.github.camelovh.domain.app.settings.ApplicationSettings} first, then {@code SettingsReader}, which
 * creates it. Never here: options of the component, and anything that the settings configure. A wrong setting stops the
 * start and is named.
 */
package io.github.camelovh.domain.app.settings;
