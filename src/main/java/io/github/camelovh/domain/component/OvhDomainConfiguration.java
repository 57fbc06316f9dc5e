// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.dns.ZoneJournal;
import io.github.camelovh.domain.operation.AnswerForm;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.transfer.AuthCodeStore;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of an endpoint, whose defaults are the component's. Those of an account are in {@link AccountConfiguration}. Camel sets
 * them one by one while an endpoint is created. Not thread-safe until then, read-only afterwards.
 */
@UriParams
@Configurer
public class OvhDomainConfiguration extends ConsumerConfiguration implements Cloneable {

    @UriParam(
            label = "security",
            description =
                    "Name of the account whose credentials and connection are used: one of accounts.NAME of the component. Default is the account whose options are set on the component itself.")
    private String account;

    @UriParam(
            label = "producer",
            description =
                    "The operation to call. Default is create for resource order and start for transfer; the other resources need one. The header CamelOvhDomainOperation chooses another one, as far as operationFromMessage allows it.")
    private String operation;

    @UriParam(
            label = "producer,security",
            defaultValue = "SAME_RISK",
            description =
                    "Which operations a message may choose by the header CamelOvhDomainOperation: SAME_RISK for those of the same or a lower risk (READ, CHANGE, SPEND) than the endpoint's, which, if they do not only read, must have all its limits; ANY for all of the resource. Set ANY only if all messages are the operator's own.")
    private OperationFromMessage operationFromMessage = OperationFromMessage.SAME_RISK;

    @UriParam(
            label = "producer,security",
            description =
                    "Whether limits in a message, such as maxPrice, allowPremium or maxDeletes, count as the operator's where neither the endpoint nor the component sets them. Otherwise the defaults of the limits count, and a message can only make them stricter. Set it only if all messages are the operator's own.")
    private boolean limitsFromMessage;

    @UriParam(
            label = "producer",
            defaultValue = "RECORD",
            description =
                    "Form of the answer: RECORD for Java records if there is one for the type, MAP for plain maps and lists with every member that the API sent, TREE for a Jackson tree.")
    private AnswerForm answerForm = AnswerForm.RECORD;

    @UriParam(
            label = "producer",
            description =
                    "Kinds of outcomes that are errors, such as Unfinished,Failed,Refused: the operation then ends in an OvhDomainOutcomeException, which has the outcome, so that a transacted route rolls back. By default all outcomes are answers, and the route decides. A message cannot change it.")
    private String throwOn;

    @UriParam(
            label = "producer",
            description =
                    "The highest price for one name, tax included, such as 12.50 or 12.50 EUR. Buying needs it, unless a budget is set; paying an order by its number always does. A message can only lower it.")
    private String maxPrice;

    @UriParam(label = "producer", defaultValue = "EUR", description = "Currency of maxPrice if it has none.")
    private String currency;

    @UriParam(label = "producer", description = "Whether names at a registry's premium price may be bought.")
    private Boolean allowPremium;

    @UriParam(label = "producer", description = "Whether names that a third party sells may be bought.")
    private Boolean allowAftermarket;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether an order is paid when it is checked out: with paymentMethod if that is set, else with the account's preferred method.")
    private boolean autoPay = true;

    @UriParam(label = "producer", description = "Id of the payment method that pays orders.")
    private Long paymentMethod;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "SAME_CART",
            description =
                    "What happens when a checkout got no answer and left no trace: SAME_CART checks out the same cart once more (OVHcloud closes a cart with its first checkout); NEVER leaves the order unfinished for a person.")
    private OrderSettings.CheckoutAgain checkoutAgain = OrderSettings.CheckoutAgain.SAME_CART;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "15000",
            javaType = "java.time.Duration",
            description = "How long, after responseTimeout, a checkout without an answer may still take effect.")
    private long settleTime = 15000L;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Records each step of a purchase before the step is taken. Without one, only the cart's description shows what was begun.")
    private PurchaseJournal purchaseJournal;

    @UriParam(label = "producer,advanced", description = "Reserves the money before each checkout.")
    private Budget budget;

    @UriParam(
            label = "producer,advanced",
            description = "Knows what the account owns already. Without one, each purchase asks the API.")
    private Holdings holdings;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Where auth codes of names that leave are handed over. The operations planAuthCode, applyAuthCode, planRelease, applyRelease and checkRelease need it.")
    private AuthCodeStore authCodeStore;

    @UriParam(
            label = "producer,advanced",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "How old the picture of all names and open tasks of the account may be that purchases look at. It takes a few calls for all names together; with 0 each purchase asks for its own name. What is ordered here is added at once.")
    private long holdingsMaxAge;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Where it is noted how changes of record sets stand. Without one, nothing keeps the way back, and changes of one zone may run at once.")
    private ZoneJournal zoneJournal;

    @UriParam(
            label = "producer,advanced",
            description =
                    "The rules by which task:proposeRepair repairs tasks in error. Default are those that come with the component.")
    private RepairAdvisor repairAdvisor;

    /** {@return an independent copy, for one endpoint} */
    public OvhDomainConfiguration copy() {
        try {
            return (OvhDomainConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public OperationFromMessage getOperationFromMessage() {
        return operationFromMessage;
    }

    public void setOperationFromMessage(OperationFromMessage operationFromMessage) {
        this.operationFromMessage = operationFromMessage;
    }

    public boolean isLimitsFromMessage() {
        return limitsFromMessage;
    }

    public void setLimitsFromMessage(boolean limitsFromMessage) {
        this.limitsFromMessage = limitsFromMessage;
    }

    public AnswerForm getAnswerForm() {
        return answerForm;
    }

    public void setAnswerForm(AnswerForm answerForm) {
        this.answerForm = answerForm;
    }

    public String getThrowOn() {
        return throwOn;
    }

    public void setThrowOn(String throwOn) {
        this.throwOn = throwOn;
    }

    public String getMaxPrice() {
        return maxPrice;
    }

    public void setMaxPrice(String maxPrice) {
        this.maxPrice = maxPrice;
    }

    /** Null if it was not set: then an amount without a currency is in EUR. */
    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    /** Null if it was not set, which is as false; limitsFromMessage tells them apart. */
    public Boolean getAllowPremium() {
        return allowPremium;
    }

    public void setAllowPremium(Boolean allowPremium) {
        this.allowPremium = allowPremium;
    }

    /** Null if it was not set, which is as false; limitsFromMessage tells them apart. */
    public Boolean getAllowAftermarket() {
        return allowAftermarket;
    }

    public void setAllowAftermarket(Boolean allowAftermarket) {
        this.allowAftermarket = allowAftermarket;
    }

    public boolean isAutoPay() {
        return autoPay;
    }

    public void setAutoPay(boolean autoPay) {
        this.autoPay = autoPay;
    }

    public Long getPaymentMethod() {
        return paymentMethod;
    }

    public void setPaymentMethod(Long paymentMethod) {
        this.paymentMethod = paymentMethod;
    }

    public OrderSettings.CheckoutAgain getCheckoutAgain() {
        return checkoutAgain;
    }

    public void setCheckoutAgain(OrderSettings.CheckoutAgain checkoutAgain) {
        this.checkoutAgain = checkoutAgain;
    }

    public long getSettleTime() {
        return settleTime;
    }

    public void setSettleTime(long settleTime) {
        this.settleTime = settleTime;
    }

    public PurchaseJournal getPurchaseJournal() {
        return purchaseJournal;
    }

    public void setPurchaseJournal(PurchaseJournal purchaseJournal) {
        this.purchaseJournal = purchaseJournal;
    }

    public Budget getBudget() {
        return budget;
    }

    public void setBudget(Budget budget) {
        this.budget = budget;
    }

    public Holdings getHoldings() {
        return holdings;
    }

    public void setHoldings(Holdings holdings) {
        this.holdings = holdings;
    }

    public AuthCodeStore getAuthCodeStore() {
        return authCodeStore;
    }

    public void setAuthCodeStore(AuthCodeStore authCodeStore) {
        this.authCodeStore = authCodeStore;
    }

    public ZoneJournal getZoneJournal() {
        return zoneJournal;
    }

    public void setZoneJournal(ZoneJournal zoneJournal) {
        this.zoneJournal = zoneJournal;
    }

    public long getHoldingsMaxAge() {
        return holdingsMaxAge;
    }

    public void setHoldingsMaxAge(long holdingsMaxAge) {
        this.holdingsMaxAge = holdingsMaxAge;
    }

    public RepairAdvisor getRepairAdvisor() {
        return repairAdvisor;
    }

    public void setRepairAdvisor(RepairAdvisor repairAdvisor) {
        this.repairAdvisor = repairAdvisor;
    }
}
