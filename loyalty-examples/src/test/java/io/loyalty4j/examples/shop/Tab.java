package io.loyalty4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A tab of a browser without scripts: it gets pages, and sends forms as they stand. */
final class Tab {
    private final String shop;
    private final HttpClient browser;
    private Document page = new Document("");
    private HttpResponse<String> answer;

    private Tab(String shop, HttpClient browser) {
        this.shop = shop;
        this.browser = browser;
    }

    /** The first tab of a browser. */
    static Tab of(String shop) {
        return new Tab(
                shop,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    /** Another tab of the same browser. */
    Tab other() {
        return new Tab(shop, browser);
    }

    Tab as(String customer) {
        open("sign-in");
        return send("#customer-" + customer, Map.of());
    }

    Tab open(String path) {
        return ask(HttpRequest.newBuilder(URI.create(shop + path)).build());
    }

    /** Puts something into the basket. */
    Tab buys(String sku) {
        return buys(sku, "");
    }

    Tab buys(String sku, String words) {
        open("");
        return send("#item-" + sku, words.isEmpty() ? Map.of() : Map.of("text", words));
    }

    /** Sends the form around an element, with these fields as somebody filled them in. */
    Tab send(String within, Map<String, String> filledIn) {
        return ask(form(within, filledIn));
    }

    /** The same with the button that leads to the payment. */
    Tab toPayment(Map<String, String> filledIn) {
        return ask(toPaymentRequest(filledIn));
    }

    HttpRequest toPaymentRequest(Map<String, String> filledIn) {
        return form("#choose", "checkout", filledIn);
    }

    HttpRequest form(String within, Map<String, String> filledIn) {
        return form(within, "", filledIn);
    }

    private HttpRequest form(String within, String instead, Map<String, String> filledIn) {
        Element inside = page.selectFirst(within);
        assertThat(inside).as("%s on %s", within, page.title()).isNotNull();
        FormElement form = (FormElement) (inside.tagName().equals("form") ? inside : inside.closest("form"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(filledIn);
        String path = instead.isEmpty() ? form.attr("action").substring(1) : instead;
        return post(path, fields);
    }

    HttpRequest post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(shop + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Tab ask(HttpRequest request) {
        try {
            answer = browser.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        page = Jsoup.parse(answer.body(), answer.uri().toString());
        return this;
    }

    /** The voucher's code that the page tells. */
    String code() {
        Matcher code = Pattern.compile("Its code is (\\S+)\\.").matcher(text("main"));
        assertThat(code.find()).as(text("main")).isTrue();
        return code.group(1);
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    String path() {
        return answer.uri().getPath();
    }

    Document page() {
        return page;
    }

    String text() {
        return page.body().text();
    }

    /** What the first such element says. */
    String text(String element) {
        return page.select(element).text();
    }
}
