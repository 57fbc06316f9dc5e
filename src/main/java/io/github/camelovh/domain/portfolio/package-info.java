/** The names of the account as a whole. */
package io.github.camelovh.domain.portfolio;
