/**
 * Where a shop's messages go: as mail to the member ({@link io.loyalty4j.examples.notifications.MailNotifier}), and as signed requests to another system ({@link
 * io.loyalty4j.examples.notifications.WebhookNotifier}), with what that system does on receipt ({@link io.loyalty4j.examples.notifications.WebhookReceiver}).
 *
 * <p>Both are notifiers, called at least once for each event. What fails throws, and the engine tries it again after a pause that grows; what is told twice
 * is recognised by the event's id, which is the mail's Message-ID, and which the receiver keeps.
 */
@NullMarked
package io.loyalty4j.examples.notifications;

import org.jspecify.annotations.NullMarked;
