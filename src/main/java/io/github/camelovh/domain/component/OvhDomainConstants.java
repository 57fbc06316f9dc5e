// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import org.apache.camel.spi.Metadata;

/** The headers that the component reads and sets. */
public final class OvhDomainConstants {

    /** The URI scheme. */
    public static final String SCHEME = "ovh-domain";

    /** The prefix of all our headers; no other header is ever read. */
    public static final String HEADER_PREFIX = "CamelOvhDomain";

    @Metadata(
            label = "producer",
            description =
                    "The operation to call, instead of the endpoint's; the option operationFromMessage says which ones it may"
                            + " be. It is removed from the message once it is read.",
            javaType = "String")
    public static final String OPERATION = "CamelOvhDomainOperation";

    @Metadata(
            label = "producer",
            description = "Values of the operation's parameters by name; a map, or a JSON object as text. They override"
                    + " the endpoint's own and those in the body, but make limits only stricter. It is removed from the"
                    + " message once it is read.",
            javaType = "Map<String, Object>")
    public static final String PARAMETERS = "CamelOvhDomainParameters";

    @Metadata(
            label = "producer",
            description = "The operation that was called, such as domain:get.",
            javaType = "String")
    public static final String CALLED_OPERATION = "CamelOvhDomainCalledOperation";

    @Metadata(
            label = "producer",
            description =
                    "OVHcloud's id of the call, which its support asks for; not set by operations that need several"
                            + " calls.",
            javaType = "String")
    public static final String QUERY_ID = "CamelOvhDomainQueryId";

    @Metadata(
            label = "producer",
            description = "How many HTTP calls the operation made, including retries.",
            javaType = "Integer")
    public static final String CALLS_MADE = "CamelOvhDomainCallsMade";

    @Metadata(
            label = "producer",
            description = "Ids that were in the list but gone when they were read; set only if there are any.",
            javaType = "List<String>")
    public static final String MISSING = "CamelOvhDomainMissing";

    @Metadata(
            label = "producer",
            description = "Ids of services that are expired or suspended and so could not be read; set where there are"
                    + " such.",
            javaType = "List<String>")
    public static final String EXPIRED = "CamelOvhDomainExpired";

    @Metadata(
            label = "producer",
            description =
                    "The kind of the outcome, such as Ordered, AlreadyOwned, UnderWay, Refused, Failed or Unfinished; not set"
                            + " where the answer is no outcome, or a list of several.",
            javaType = "String")
    public static final String OUTCOME = "CamelOvhDomainOutcome";

    @Metadata(label = "consumer", description = "The task that changed.", javaType = "Long")
    public static final String TASK_ID = "CamelOvhDomainTaskId";

    @Metadata(label = "consumer", description = "What the task does, such as DomainCreate.", javaType = "String")
    public static final String TASK_FUNCTION = "CamelOvhDomainTaskFunction";

    @Metadata(label = "consumer", description = "The name that the task is about.", javaType = "String")
    public static final String DOMAIN_NAME = "CamelOvhDomainName";

    @Metadata(label = "consumer", description = "The order that changed.", javaType = "Long")
    public static final String ORDER_ID = "CamelOvhDomainOrderId";

    @Metadata(
            label = "consumer",
            description = "The status that the task or order has now, as the API spells it.",
            javaType = "String")
    public static final String STATUS = "CamelOvhDomainStatus";

    private OvhDomainConstants() {}
}
