// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Kind;
import io.github.camelovh.domain.api.catalog.Risk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each parameter of each composite operation decides, and the worst that each operation may do. */
class ParameterKindsTest {

    /** Reviewed by a person: a line that changes here changes who may decide something. */
    private static final Path REVIEWED =
            Path.of("src/test/resources/io/github/camelovh/domain/operation/parameter-kinds.txt");

    private static final Path SEEN = Path.of("target/parameter-kinds.txt");

    /** What is called like a limit is one. */
    private static final String LIMITS =
            "(max|allow|owned|acknowledged)[A-Z].*|budget|currency|approvedPrice|paymentMethod|plan|run|.*Journal|.*Store|known.*";

    private final List<CompositeOperation> composites = CompositeOperations.described();

    @Test
    void eachParameterHasTheKindThatWasReviewed() throws Exception {
        List<String> lines = composites.stream()
                .flatMap(operation -> operation.parameters().stream()
                        .map(each -> operation.fullName() + " | " + each.name() + " | " + each.kind()
                                + (each.kind() == Kind.LIMIT
                                        ? " | " + (each.byDefault() == null ? "none" : "\"" + each.byDefault() + "\"")
                                        : "")))
                .sorted()
                .toList();
        Files.write(SEEN, lines);

        assertThat(lines).as("if this is meant, copy %s to %s", SEEN, REVIEWED).isEqualTo(Files.readAllLines(REVIEWED));
    }

    @Test
    void whatIsNamedLikeALimitIsOne() {
        assertThat(composites)
                .flatExtracting(CompositeOperation::parameters)
                .filteredOn(each -> each.name().matches(LIMITS))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.kind()).as(each.name()).isEqualTo(Kind.LIMIT));
    }

    @Test
    void eachLimitHasARule() {
        assertThat(composites)
                .flatExtracting(CompositeOperation::parameters)
                .filteredOn(each -> each.kind() == Kind.LIMIT)
                .allSatisfy(each -> assertThat(LimitRule.of(each)).isNotNull());
    }

    @Test
    void anOperationIsAsRiskyAsTheWorstRowThatItMayCall() {
        for (CompositeOperation each : composites) {
            Risk worst = each.rows()
                    .map(rows -> rows.stream()
                            .map(Operation::risk)
                            .max(Risk::compareTo)
                            .orElse(Risk.READ))
                    .orElse(Risk.SPEND);

            assertThat(each.risk()).as(each.fullName()).isEqualTo(each.leavesNothing() ? Risk.READ : worst);
        }
    }

    /** Reviewed: each of these makes a cart for prices, which it deletes, or sends an order as a dry run. */
    @Test
    void onlyThesePutUpWithCallsThatWrite() {
        assertThat(composites)
                .filteredOn(CompositeOperation::leavesNothing)
                .extracting(CompositeOperation::fullName)
                .containsExactlyInAnyOrder(
                        "order:check",
                        "order:quote",
                        "transfer:check",
                        "renewal:planRenewal",
                        "contact:planOwnerData",
                        "contact:planOwnerChange");
    }

    @Test
    void whatTellsThatItChangesNothingOnlyReads() {
        assertThat(composites)
                .filteredOn(each -> each.name()
                        .matches("(plan|check|quote|state|status|find|propose|explain|eligibility)(?!OrCreate).*"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.risk()).as(each.fullName()).isEqualTo(Risk.READ));
    }

    @Test
    void theseSpend() {
        assertThat(names(Risk.SPEND))
                .containsExactlyInAnyOrder(
                        "api:call",
                        "contact:applyOwnerChange",
                        "contact:applyOwnerData",
                        "contact:changeOwner",
                        "dns:order",
                        "order:create",
                        "order:resume",
                        "order:pay",
                        "renewal:applyRenewal",
                        "renewal:renew",
                        "transfer:start");
        assertThat(OperationCatalog.shipped().all())
                .filteredOn(each -> each.risk() == Risk.SPEND)
                .extracting(Operation::fullName)
                .contains("order:checkoutCart", "order:payOrder", "order:payDebt", "renewal:order")
                .hasSize(13);
    }

    /** A code moves a name, though the call only reads. */
    @Test
    void onlyTheAuthCodeIsReadAtTheRiskOfAChange() {
        assertThat(OperationCatalog.shipped().all())
                .filteredOn(each -> each.method().name().equals("GET") && each.risk() != Risk.READ)
                .extracting(Operation::fullName)
                .containsExactly("domain:getAuthCode");
    }

    private Set<String> names(Risk risk) {
        return composites.stream()
                .filter(each -> each.risk() == risk)
                .map(CompositeOperation::fullName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What would be asked of a parameter that somebody adds. */
    @Test
    void thereIsNoParameterWithoutAKind() {
        assertThat(composites)
                .flatExtracting(CompositeOperation::parameters)
                .extracting(Parameter::kind)
                .doesNotContainNull();
    }
}
