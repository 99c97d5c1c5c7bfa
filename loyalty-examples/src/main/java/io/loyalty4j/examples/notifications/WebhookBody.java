package io.loyalty4j.examples.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loyalty4j.notify.LoyaltyEvent;
import io.loyalty4j.notify.LoyaltyEvent.VoucherIssued;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes from one system to the other, all of it text.
 *
 * @param facts by their names
 * @param code a voucher's, where nobody can read along
 */
public record WebhookBody(
        String id, String kind, String member, String at, SortedMap<String, String> facts, Optional<String> code) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static WebhookBody of(LoyaltyEvent event, boolean withCode) {
        Optional<String> code =
                withCode && event instanceof VoucherIssued voucher ? Optional.of(voucher.code()) : Optional.empty();
        return new WebhookBody(
                event.id(), event.kind(), event.member().value(), event.at().toString(), event.facts(), code);
    }

    byte[] json() throws IOException {
        ObjectNode node = JSON.createObjectNode()
                .put("id", id)
                .put("kind", kind)
                .put("member", member)
                .put("at", at);
        ObjectNode names = node.putObject("facts");
        facts.forEach(names::put);
        code.ifPresent(secret -> node.put("code", secret));
        return JSON.writeValueAsBytes(node);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IOException if it is no JSON, or something is missing
     */
    static WebhookBody read(byte[] json) throws IOException {
        JsonNode node = JSON.readTree(json);
        SortedMap<String, String> facts = new TreeMap<>();
        node.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return new WebhookBody(
                text(node, "id"),
                text(node, "kind"),
                text(node, "member"),
                text(node, "at"),
                facts,
                node.path("code").isTextual() ? Optional.of(node.path("code").asText()) : Optional.empty());
    }

    private static String text(JsonNode node, String name) throws IOException {
        if (!node.path(name).isTextual()) {
            throw new IOException(name + " is missing");
        }
        return node.path(name).asText();
    }

    /** Without the code. */
    @Override
    public String toString() {
        return id + " " + kind + " " + facts;
    }
}
