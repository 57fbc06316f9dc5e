/**
 * The Camel face: component, endpoint, producer, consumers, converters, health check. Thin: what is asked and how it is
 * asked lies in {@code operation} and {@code api}.
 *
 * <p>Read {@code OvhDomainComponent} first. Nothing here knows the app or the sandbox, nor starts threads of its own, and
 * only headers that begin with CamelOvhDomain are read; ArchitectureTest and HeaderInjectionTest hold that.
 */
package io.github.camelovh.domain.component;
