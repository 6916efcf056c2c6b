package madoguchi.knowledge.faq;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an FAQ sheet of a table: finds the columns by their headings, then reads row by row. */
final class SheetReader {

  private final Map<FaqColumn, Integer> places = new EnumMap<>(FaqColumn.class);
  private final List<String> ignored = new ArrayList<>();
  private int width;

  private SheetReader() {}

  static FaqSheet read(List<TableRow> table) throws FaqFileRefused {
    Iterator<TableRow> rows = table.stream().filter(row -> !row.isBlank()).iterator();
    if (!rows.hasNext()) {
      throw new FaqFileRefused("ファイルに何も書かれていません。");
    }
    SheetReader reader = new SheetReader();
    reader.readHeadings(rows.next());
    return reader.readRows(rows);
  }

  private void readHeadings(TableRow row) throws FaqFileRefused {
    for (int i = 0; i < row.cells().size(); i++) {
      String heading = row.cell(i).text();
      Optional<FaqColumn> column = FaqColumn.of(heading);
      if (column.isPresent()) {
        if (places.put(column.get(), i) != null) {
          throw new FaqFileRefused("見出し「" + column.get().title() + "」が2つあります。1つにしてください。");
        }
        width = i + 1;
      } else if (!heading.isBlank()) {
        ignored.add(heading.strip());
        width = i + 1;
      }
    }
    for (FaqColumn column : FaqColumn.values()) {
      if (column.isRequired() && !places.containsKey(column)) {
        throw new FaqFileRefused(
            row.number() + "行目に見出し「" + column.title() + "」がありません。1行目には列の見出しを書いてください。");
      }
    }
  }

  private FaqSheet readRows(Iterator<TableRow> rows) {
    List<FaqRow> good = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    while (rows.hasNext()) {
      TableRow row = rows.next();
      RowReader reader = new RowReader(row, places);
      if (row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
        refused.add(new Refusal(row.number(), null, "見出しより列が多くあります。カンマや改行を含む文は「\"」で囲んでください"));
        continue;
      }
      Optional<FaqRow> read = reader.read();
      read.ifPresent(
          entry -> {
            Integer first = seen.putIfAbsent(entry.id(), entry.number());
            if (first == null) {
              good.add(entry);
            } else {
              refused.add(new Refusal(entry.number(), FaqColumn.ID.title(), first + "行目と同じ番号です"));
            }
          });
      refused.addAll(reader.refusals());
    }
    return new FaqSheet(places.keySet(), good, refused, ignored);
  }
}
