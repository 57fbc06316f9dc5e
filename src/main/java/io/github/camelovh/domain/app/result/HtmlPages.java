// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** HTML pages without external resources; every value in them is escaped. Thread-safe. */
public final class HtmlPages {
    private final Configuration templates = templates();

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlPages.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        return configuration;
    }

    /**
     * Writes a page.
     *
     * @param template one of this package, for example {@code report.ftlh}
     * @param model its values
     */
    public void write(String template, Map<String, Object> model, Writer html) throws IOException {
        try {
            templates.getTemplate(template).process(model, html);
        } catch (TemplateException e) {
            throw new IllegalStateException("The template " + template + " does not match its data", e);
        }
    }
}
