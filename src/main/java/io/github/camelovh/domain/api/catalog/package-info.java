/**
 * The routes of OVHcloud's API: path, parameters, answer, repeat kind and IAM actions of each, as rows of one table.
 *
 * <p>Read {@code operations.txt} first, then {@code OperationCatalog}. A new route is a row, no code. Nothing here calls the API;
 * no other package spells a route or an IAM action: {@code CatalogOnlyTest} holds that.
 */
package io.github.camelovh.domain.api.catalog;
