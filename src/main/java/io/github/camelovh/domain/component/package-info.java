/**
 * The Camel component: component, endpoint, producer, consumers, converters, health check. The logic of operations is
 * in {@code operation}, that of calls in {@code api}.
 *
 * <p>Read {@code OvhDomainComponent} first. Never here: anything of the application or the sandbox, and threads of its
 * own. Only headers that begin with CamelOvhDomain are read. ArchitectureTest and HeaderInjectionTest check that.
 */
package io.github.camelovh.domain.component;
