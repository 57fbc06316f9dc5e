// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.CredentialsException;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.job.FileBusyException;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.renewal.policy.PolicyException;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.settings.SettingsException;
import io.github.camelovh.domain.app.zonefile.ZoneFileException;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns each failure into a sentence on stderr and an exit code. */
final class CliErrors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Pattern UNKNOWN_PART =
            Pattern.compile("^Error configuring property: (\\S+) because cannot find (\\w+) with name (\\S+?)\\. ");

    /** A failure in words. If it is not {@code foreseen}, its stack trace helps. */
    private record Told(String sentence, ExitCode code, boolean foreseen) {
        Told(String sentence, ExitCode code) {
            this(sentence, code, true);
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Told told = tell(failure);
        command.getErr().println("ovh-domain: " + told.sentence());
        if (!told.foreseen() && System.getProperty("ovh-domain.log.level") != null) {
            failure.printStackTrace(command.getErr());
        }
        return told.code().code();
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("ovh-domain: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE.code();
    }

    private static Told tell(Throwable failure) {
        Optional<Told> known = first(failure, e -> e instanceof WaitsException)
                .map(e -> new Told(e.getMessage(), ExitCode.WAITS))
                .or(() -> first(failure, CliErrors::isUsage).map(e -> new Told(e.getMessage(), ExitCode.WRONG_USAGE)))
                .or(() -> first(failure, CliErrors::isRight).map(e -> new Told(e.getMessage(), ExitCode.NO_RIGHT)))
                .or(() -> wrongKey(failure))
                .or(() -> unknownPart(failure))
                .or(() -> wrongOption(failure))
                .or(() -> first(failure, e -> e instanceof ImportFileException || e instanceof ZoneFileException)
                        .map(e -> new Told(e.getMessage(), ExitCode.SOME_NOT_DONE)))
                .or(() -> first(failure, CliErrors::isSentence).map(e -> new Told(e.getMessage(), ExitCode.FAILED)));
        return known.orElseGet(() -> new Told(
                "An unexpected error occurred: " + root(failure) + ". The ledger records what was begun; the same"
                        + " command continues from there. -v shows more.",
                ExitCode.FAILED,
                false));
    }

    /** Camel knows no such option, or could not use the value of one. The value is not repeated: it may be a secret. */
    private static Optional<Told> wrongKey(Throwable failure) {
        return first(failure, e -> e instanceof PropertyBindingException)
                .map(PropertyBindingException.class::cast)
                .map(e -> new Told(
                        "The settings are not valid; nothing was started. " + key(e)
                                + (innermost(e) instanceof PropertyBindingException
                                        ? " is not an option. Correct its name, or remove it."
                                        : " has a value that cannot be used. Correct it."),
                        ExitCode.WRONG_USAGE));
    }

    /** Camel says that only by an {@link IllegalArgumentException}. Its sentence has the key, and no value. */
    private static Optional<Told> unknownPart(Throwable failure) {
        return first(
                        failure,
                        e -> e instanceof IllegalArgumentException
                                && UNKNOWN_PART.matcher(e.getMessage() + "").find())
                .map(e -> UNKNOWN_PART.matcher(e.getMessage()))
                .filter(Matcher::find)
                .map(found -> new Told(
                        "The settings are not valid; nothing was started. " + found.group(1)
                                + " is not an option: there is no " + found.group(2) + " " + found.group(3)
                                + ". Correct its name, or remove it.",
                        ExitCode.WRONG_USAGE));
    }

    private static String key(PropertyBindingException e) {
        String prefix = e.getOptionPrefix() == null ? "" : e.getOptionPrefix().replaceFirst("\\.$", "") + ".";
        return prefix + (e.getOptionKey() == null ? e.getPropertyName() : e.getOptionKey());
    }

    /** The component rejected an option, such as the endpoint, so the workflows could not be created or started. */
    private static Optional<Told> wrongOption(Throwable failure) {
        return first(
                        failure,
                        e -> e instanceof FailedToCreateRouteException
                                || e instanceof FailedToStartRouteException
                                || e instanceof ResolveEndpointFailedException)
                .map(CliErrors::innermost)
                .filter(e -> e instanceof IllegalArgumentException)
                .map(e -> new Told(
                        "The settings are not valid; nothing was started. " + e.getMessage() + ".",
                        ExitCode.WRONG_USAGE));
    }

    private static boolean isUsage(Throwable e) {
        return e instanceof SettingsException
                || e instanceof PolicyException
                || e instanceof WrongUsageException
                || e instanceof UsageException;
    }

    private static boolean isRight(Throwable e) {
        return e instanceof OvhAuthenticationException
                || e instanceof OvhMissingRightException
                || e instanceof CredentialsException;
    }

    private static boolean isSentence(Throwable e) {
        return e instanceof OvhApiException
                || e instanceof LedgerException
                || e instanceof FileBusyException
                || e instanceof DropRefusedException
                || e instanceof CommandFailedException;
    }

    private static Optional<Throwable> first(Throwable failure, Predicate<Throwable> wanted) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 30; cause = cause.getCause(), depth++) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static String root(Throwable failure) {
        Throwable cause = innermost(failure);
        String kind = cause instanceof IOException ? "" : cause.getClass().getSimpleName() + ": ";
        return kind + cause.getMessage();
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < 30; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }
}
