/** The client of every dialect. Start at {@link vos.client.Client}. */
package vos.client;
