package io.loyalty4j.examples.shop;

import io.javalin.util.JavalinBindException;
import io.loyalty4j.examples.replay.OpenStore;
import io.loyalty4j.examples.replay.StoreArgument;
import io.loyalty4j.examples.replay.UnusableStoreException;
import io.loyalty4j.reward.VoucherKey;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens a small shop and prints its address: {@code mvn -q compile exec:java -Pshop}. It books in an H2 database that is gone afterwards, or, with
 * {@code --store <jdbc url>}, {@code --user} and {@code --password}, in one of your own, where points, orders and messages stay. There
 * {@code --voucher-key <file>} keeps the secret of the vouchers' codes, too. {@code --port} is 7070 unless it is said.
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
        } catch (UnusableStoreException | IllegalArgumentException | UncheckedIOException | JavalinBindException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static Open open(String[] args, PrintStream out) {
        List<String> words = new ArrayList<>(List.of(args));
        int port = option(words, "--port").map(ShopMain::port).orElse(DEFAULT_PORT);
        Optional<VoucherKey> key = option(words, "--voucher-key").map(Path::of).map(KeyFile::of);
        StoreArgument said = StoreArgument.of(words.toArray(new String[0]));
        if (!said.files().isEmpty()) {
            throw new IllegalArgumentException(said.files().get(0) + " is no option");
        }
        boolean lasting = said.url().isPresent();
        Open shop = open(lasting ? said : StoreArgument.of("--store", H2), port, key.orElseGet(KeyFile::forOnce));
        shop.store().remark().filter(remark -> lasting).ifPresent(out::println);
        if (lasting && key.isEmpty()) {
            out.println("Codes of vouchers are good until the shop is closed; --voucher-key <file> keeps them");
        }
        out.println("The shop is open at " + shop.address() + " until you press Ctrl-C");
        return shop;
    }

    private static Open open(StoreArgument where, int port, VoucherKey key) {
        OpenStore store = where.open();
        try {
            Till till = new Till(store, new ShopClock(Clock.systemUTC()), key);
            try {
                return new Open(ShopServer.start(till, port), till, store);
            } catch (RuntimeException e) {
                till.close();
                throw e;
            }
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Takes an option and its value out of the words. */
    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        words.remove(at);
        if (at == words.size()) {
            throw new IllegalArgumentException(name + " wants a value");
        }
        return Optional.of(words.remove(at));
    }

    private static int port(String value) {
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
