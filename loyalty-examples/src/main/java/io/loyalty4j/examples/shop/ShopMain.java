package io.loyalty4j.examples.shop;

import io.javalin.util.JavalinBindException;
import io.loyalty4j.examples.replay.OpenStore;
import io.loyalty4j.examples.replay.StoreArgument;
import io.loyalty4j.examples.replay.UnusableStoreException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens a small shop and prints its address: {@code mvn -q compile exec:java -Pshop}. It books in an H2 database that is gone afterwards, or, with
 * {@code --store <jdbc url>}, {@code --user} and {@code --password}, in one of your own; {@code --port} is 7070 unless it is said.
 */
public final class ShopMain {
    private static final int DEFAULT_PORT = 7070;
    private static final int HIGHEST_PORT = 65_535;
    private static final String H2 = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

    private ShopMain() {}

    /** Ends the process with 1 if the port or the store cannot be had. */
    public static void main(String[] args) {
        try {
            Open shop = open(args, System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close));
        } catch (UnusableStoreException | IllegalArgumentException | JavalinBindException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static Open open(String[] args, PrintStream out) {
        List<String> words = new ArrayList<>(List.of(args));
        int port = port(words);
        StoreArgument said = StoreArgument.of(words.toArray(new String[0]));
        StoreArgument where = said.url().isPresent() ? said : StoreArgument.of("--store", H2);
        OpenStore store = where.open();
        Till till = new Till(store.store(), new ShopClock(Clock.systemUTC()));
        try {
            ShopServer server = ShopServer.start(till, port);
            store.remark().ifPresent(out::println);
            out.println("The shop is open at " + server.address());
            return new Open(server, till, store);
        } catch (RuntimeException e) {
            till.close();
            store.close();
            throw e;
        }
    }

    /** Takes the option out of the words. */
    private static int port(List<String> words) {
        int at = words.indexOf("--port");
        if (at < 0) {
            return DEFAULT_PORT;
        }
        String value = at + 1 < words.size() ? words.remove(at + 1) : "";
        words.remove(at);
        int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : HIGHEST_PORT + 1;
        if (port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port wants a number from 0 to " + HIGHEST_PORT);
        }
        return port;
    }

    /** A shop that is open, and what is to be closed with it. */
    record Open(ShopServer server, Till till, OpenStore store) implements AutoCloseable {
        String address() {
            return server.address();
        }

        @Override
        public void close() {
            server.close();
            till.close();
            store.close();
        }
    }
}
