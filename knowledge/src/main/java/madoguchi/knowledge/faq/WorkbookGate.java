package madoguchi.knowledge.faq;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks a workbook through before a parser may touch it: how large it is inflated, and that each
 * part is plain, bounded XML. What passes is packed anew, so that the parser sees exactly the bytes
 * that were looked at, whatever else the archive says about itself.
 */
final class WorkbookGate {

  /** Of all parts together, in bytes; a workbook of 100,000 short rows has about half of it. */
  private static final long MOST_INFLATED = 100L * 1024 * 1024;

  private static final int MOST_PARTS = 2_000;

  private long inflated;
  private int parts;
  private boolean hasStyles;

  private WorkbookGate() {}

  /**
   * What may be parsed.
   *
   * @param content an archive of the XML parts alone
   * @param hasStyles whether there is a part with number formats
   */
  record Admitted(byte[] content, boolean hasStyles) {}

  static Admitted admit(byte[] content) throws FaqFileRefused {
    WorkbookGate gate = new WorkbookGate();
    ByteArrayOutputStream clean = new ByteArrayOutputStream(content.length);
    try (ZipFile in = ZipFile.builder().setByteArray(content).get();
        ZipOutputStream out = new ZipOutputStream(clean)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Iterator<ZipArchiveEntry> all = in.getEntries().asIterator(); all.hasNext(); ) {
        ZipArchiveEntry part = all.next();
        try (InputStream bytes = in.getInputStream(part)) {
          gate.pass(part.getName(), bytes, out);
        }
      }
    } catch (IOException | RuntimeException broken) {
      // The archive may be anybody's; what its reader stumbles over is the file's fault.
      throw XlsxTable.notAWorkbook(broken);
    }
    if (gate.parts == 0) {
      throw XlsxTable.notAWorkbook(null);
    }
    return new Admitted(clean.toByteArray(), gate.hasStyles);
  }

  private void pass(String name, InputStream in, ZipOutputStream out)
      throws IOException, FaqFileRefused {
    if (++parts > MOST_PARTS) {
      throw tooLarge();
    }
    String path = name.toLowerCase(Locale.ROOT);
    if (path.endsWith("vbaproject.bin")) {
      throw new FaqFileRefused("マクロを含むExcelは読めません。「Excelブック（.xlsx）」で保存し直してください。");
    }
    boolean xml = path.endsWith(".xml") || path.endsWith(".rels");
    hasStyles |= path.equals("xl/styles.xml");
    OutputStream copy = xml ? out : OutputStream.nullOutputStream();
    BoundedCopy bounded = new BoundedCopy(in, copy, MOST_INFLATED - inflated);
    try {
      if (xml) {
        out.putNextEntry(new ZipEntry(name));
        WorkbookPart.check(bounded);
      }
      bounded.transferTo(OutputStream.nullOutputStream());
      if (xml) {
        out.closeEntry();
      }
    } catch (BoundedCopy.TooLarge bomb) {
      throw tooLarge();
    }
    inflated += bounded.count();
  }

  private static FaqFileRefused tooLarge() {
    return new FaqFileRefused("Excelの中身が大きすぎます。使っていないシートや行を消してください。");
  }
}
