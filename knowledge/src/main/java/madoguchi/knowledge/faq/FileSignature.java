package madoguchi.knowledge.faq;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file is by its first bytes, whatever its name says. */
enum FileSignature {
  /** The container of .xlsx and much else. */
  ZIP,
  /** The container of .xls, and of an .xlsx with a password. */
  OLE2,
  OTHER;

  private static final byte[] ZIP_START = {'P', 'K', 3, 4};
  private static final byte[] OLE2_START = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  static FileSignature of(byte[] content) {
    return startsWith(content, ZIP_START) ? ZIP : startsWith(content, OLE2_START) ? OLE2 : OTHER;
  }

  void mustBeText() throws FaqFileRefused {
    if (this != OTHER) {
      throw new FaqFileRefused("名前は「.csv」ですが、中身はCSVではありません。Excelなら「.xlsx」のまま選んでください。");
    }
  }

  void mustBeWorkbook(byte[] content) throws FaqFileRefused {
    if (this == OLE2) {
      throw new FaqFileRefused(
          isEncrypted(content)
              ? "パスワードのかかったExcelは読めません。パスワードを外して保存し直してください。"
              : "古い形式のExcel（.xls）は読めません。「Excelブック（.xlsx）」で保存し直してください。");
    }
    if (this != ZIP) {
      throw XlsxTable.notAWorkbook(null);
    }
  }

  /** The container's directory names its streams in UTF-16. */
  private static boolean isEncrypted(byte[] content) {
    String everything = new String(content, StandardCharsets.ISO_8859_1);
    String name =
        new String(
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return everything.contains(name);
  }

  private static boolean startsWith(byte[] content, byte[] start) {
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }
}
