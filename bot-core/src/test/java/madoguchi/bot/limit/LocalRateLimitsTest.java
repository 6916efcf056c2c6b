package madoguchi.bot.limit;

class LocalRateLimitsTest extends RateLimitsContract {

  private final RateLimits limits = new LocalRateLimits();

  @Override
  protected RateLimits limits() {
    return limits;
  }
}
