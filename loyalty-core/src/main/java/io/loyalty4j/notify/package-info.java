/**
 * What members are told: events read off postings, reminders computed from the account, channels with consent and caps, and their delivery.
 *
 * <p>Here live what happened in the members' words, whether somebody wants to hear it, and that nothing is lost on the way. No points are moved here, and nothing is sent:
 * a {@code Notifier} of the shop's does that.
 */
@NullMarked
package io.loyalty4j.notify;

import org.jspecify.annotations.NullMarked;
