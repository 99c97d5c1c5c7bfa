package io.loyalty4j.examples.replay;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows people how far the work is. */
public interface Progress {
    InputStream over(InputStream bytes, long size, String task);

    <T> Iterable<T> over(List<T> items, String unit, String task);

    /** Bars on a terminal. */
    static Progress on(PrintStream terminal) {
        return new Bars(terminal);
    }

    static Progress none() {
        return new Silent();
    }

    /** One bar a task. */
    record Bars(PrintStream terminal) implements Progress {
        private static final int WIDTH = 100;

        @Override
        public InputStream over(InputStream bytes, long size, String task) {
            return ProgressBar.wrap(bytes, bar(task).setInitialMax(size).setUnit(" KiB", 1 << 10));
        }

        @Override
        public <T> Iterable<T> over(List<T> items, String unit, String task) {
            return ProgressBar.wrap(items, bar(task).setInitialMax(items.size()).setUnit(" " + unit, 1));
        }

        private ProgressBarBuilder bar(String task) {
            return ProgressBar.builder()
                    .setTaskName(task)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH));
        }
    }

    /** Nothing at all. */
    record Silent() implements Progress {
        @Override
        public InputStream over(InputStream bytes, long size, String task) {
            return bytes;
        }

        @Override
        public <T> Iterable<T> over(List<T> items, String unit, String task) {
            return items;
        }
    }
}
