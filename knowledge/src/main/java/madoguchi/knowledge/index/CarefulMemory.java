package madoguchi.knowledge.index;

import java.util.function.IntToDoubleFunction;

/**
 * Likeness s to a resolved question counted with care: by how much nearer it is than the town's own
 * questions, the nearest of which is as near as n: 2·(s − n/2)·(1 − n)², at most s; from 0.85 on in
 * full.
 */
record CarefulMemory(MemorySupport memory) implements Signal {

  static final String KEY = "care";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String japanese() {
    return "登録の質問より近い、解決済みの質問";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    return memory.askWithCare(asked);
  }
}
