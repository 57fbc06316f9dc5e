// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import io.github.camelovh.domain.crash.CrashZone.ApiRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * Repeatedly asks the zone's name server for every record set of two states of a zone, and records each answer that
 * belongs to neither: a name that is not answered, a missing record or half a record set.
 */
final class DnsWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;
    private static final int MOST_NOTED = 10;

    /** A question in the form for the name server. */
    record Question(String owner, int type) {
        @Override
        public String toString() {
            return owner + " " + Type.string(type);
        }
    }

    private final SimpleResolver resolver;
    private final Map<Question, Set<String>> before;
    private final Map<Question, Set<String>> after;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<String> wrong = new ArrayList<>();
    private long asked;

    private DnsWatch(SimpleResolver resolver, Map<Question, Set<String>> before, Map<Question, Set<String>> after) {
        this.resolver = resolver;
        this.before = before;
        this.after = after;
    }

    /** Watches until it is closed. */
    static DnsWatch begin(int port, Map<Question, Set<String>> before, Map<Question, Set<String>> after)
            throws IOException {
        DnsWatch watch = new DnsWatch(resolver(port), before, after);
        var unused = watch.thread.scheduleWithFixedDelay(watch::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** All questions for these records: each by its type, and each name for its address. */
    static Set<Question> questions(List<ApiRecord> records) {
        Set<Question> questions = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        for (ApiRecord record : records) {
            String owner = record.subDomain().isEmpty() ? CrashZone.NAME : record.subDomain() + "." + CrashZone.NAME;
            String type = record.type().equals("DMARC") ? "TXT" : record.type();
            questions.add(new Question(owner + ".", Type.value(type)));
            questions.add(new Question(owner + ".", Type.A));
        }
        return questions;
    }

    /** The current answers of the name server. */
    static Map<Question, Set<String>> answers(int port, Set<Question> questions) throws IOException {
        SimpleResolver resolver = resolver(port);
        Map<Question, Set<String>> answers = new LinkedHashMap<>();
        for (Question question : questions) {
            answers.put(question, answer(resolver, question));
        }
        return answers;
    }

    private static SimpleResolver resolver(int port) throws IOException {
        SimpleResolver resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(port);
        resolver.setTimeout(Duration.ofSeconds(10));
        return resolver;
    }

    private static Set<String> answer(SimpleResolver resolver, Question question) throws IOException {
        Record asked = Record.newRecord(Name.fromString(question.owner()), question.type(), DClass.IN);
        Message message = resolver.send(Message.newQuery(asked));
        Set<String> answer = message.getSection(Section.ANSWER).stream()
                .map(Record::toString)
                .collect(Collectors.toSet());
        return message.getRcode() == Rcode.NOERROR ? answer : Set.of(Rcode.string(message.getRcode()));
    }

    private synchronized void ask() {
        before.forEach((question, old) -> {
            String said;
            try {
                Set<String> answer = answer(resolver, question);
                said = answer.equals(old) || answer.equals(after.get(question)) ? null : answer.toString();
            } catch (IOException e) {
                said = e.toString();
            }
            asked++;
            if (said != null && wrong.size() < MOST_NOTED) {
                wrong.add(question + " was answered by " + said);
            }
        });
    }

    /** How many queries were answered. */
    synchronized long asked() {
        return asked;
    }

    /** The first answers that belong to neither state. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
