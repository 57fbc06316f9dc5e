/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.result;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;

/** Pages without any resource from elsewhere; every value in them is escaped. Thread-safe. */
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
            throw new IllegalStateException("The template " + template + " does not fit its data", e);
        }
    }
}
