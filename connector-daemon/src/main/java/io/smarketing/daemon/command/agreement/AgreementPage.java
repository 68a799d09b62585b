package io.smarketing.daemon.command.agreement;

import io.smarketing.daemon.config.agreement.Agreement;
import io.smarketing.daemon.config.agreement.Chapter;
import java.util.List;

/** The agreement as one page of HTML that needs nothing else: to be printed and signed. */
record AgreementPage(Agreement agreement) {

    /** Tells a page of ours from another file. */
    static final String MARK = "<meta name=\"generator\" content=\"smarketing agreement print\">";

    private static final String STYLE = """
            body { font: 11pt/1.45 Georgia, serif; color: #1c1c1c; max-width: 46em; margin: 3em auto; padding: 0 1.5em; }
            h1 { font-size: 1.9em; margin: 0; } h2 { font-size: 1.15em; margin: 2em 0 .4em; border-bottom: 1px solid #999; }
            p.about { color: #555; margin: .3em 0 0; }
            table { border-collapse: collapse; width: 100%; } tr { break-inside: avoid; }
            th { text-align: left; vertical-align: top; width: 28%; padding: .35em 1em .35em 0; font-weight: bold; }
            td { padding: .35em 0; overflow-wrap: anywhere; } td div { padding-left: 1em; text-indent: -1em; }
            .sign { display: flex; flex-wrap: wrap; gap: 3em; margin-top: 4em; break-inside: avoid; }
            .sign div { flex: 1; min-width: 14em; border-top: 1px solid #1c1c1c; padding-top: .3em; }
            .sign small { color: #555; display: block; }
            @media print { body { margin: 0; max-width: none; } }
            """;

    String html() {
        StringBuilder page = new StringBuilder(4096);
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n" + MARK
                        + "\n<title>Agreement, version ")
                .append(escaped(agreement.version()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append(
                        "</style>\n</head>\n<body>\n<h1>Agreement between marketing and sales</h1>\n<p class=\"about\">Version ")
                .append(escaped(agreement.version()))
                .append(", holds from ")
                .append(AgreementText.day(agreement.terms().effective()))
                .append(agreement
                        .review()
                        .map(every -> ", to be looked at again every " + AgreementText.words(every))
                        .orElse(""))
                .append(". A handoff is judged by the version that holds when it begins.</p>\n");
        agreement.chapters().forEach(chapter -> chapter(chapter, page));
        signatures(page);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void chapter(Chapter chapter, StringBuilder page) {
        page.append("<h2>").append(escaped(chapter.title())).append("</h2>\n<table>\n");
        for (Chapter.Entry entry : chapter.entries()) {
            page.append("<tr><th>").append(escaped(entry.name())).append("</th><td>");
            entry.says()
                    .forEach(line -> page.append("<div>").append(escaped(line)).append("</div>"));
            page.append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    /** A line for each party. */
    private void signatures(StringBuilder page) {
        List<Chapter.Entry> parties = agreement.parties();
        page.append("<div class=\"sign\">\n");
        for (Chapter.Entry party : parties) {
            page.append("<div>").append(escaped(party.name())).append("<small>");
            page.append(escaped(String.join(" · ", party.says()))).append("<br>place, date, signature</small></div>\n");
        }
        page.append("</div>\n");
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
