/**
 * The kit under attack: hostile input as data ({@code src/attack/*.yaml}), each with its right outcome. Runs with {@code mvn -Pattack};
 * the tables in {@code target/attack} say how many inputs of each kind were tried, and how many held.
 */
@NullMarked
package io.github.servicelinkage.conformance.attack;

import org.jspecify.annotations.NullMarked;
