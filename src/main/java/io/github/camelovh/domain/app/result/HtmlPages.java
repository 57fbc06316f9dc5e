// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.github.camelovh.domain.api.model.VisibleText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** HTML pages without external resources; every value in them is escaped, and what is invisible in it is shown. Thread-safe. */
public final class HtmlPages {
    private final Configuration templates = templates();

    /** Every text of a page passes here, wherever in the data it stands. */
    private static final class VisibleTexts extends DefaultObjectWrapper {
        VisibleTexts() {
            super(Configuration.VERSION_2_3_34);
        }

        @Override
        public TemplateModel wrap(Object value) throws TemplateModelException {
            return super.wrap(value instanceof String text ? VisibleText.lines(text) : value);
        }
    }

    private static Configuration templates() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(HtmlPages.class, "");
        configuration.setObjectWrapper(new VisibleTexts());
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
