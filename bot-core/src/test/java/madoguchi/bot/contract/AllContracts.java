package madoguchi.bot.contract;

import org.junit.jupiter.api.Nested;

/** Every port's contract, for one kind of storage. */
public abstract class AllContracts {

  /** The ports over an empty storage of this kind. */
  protected abstract Ports fresh();

  @Nested
  class OfAttachments extends AttachmentsContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfConversations extends ConversationsContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfErrands extends ErrandsContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfFaqCatalog extends FaqCatalogContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfHandoffs extends HandoffsContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfInbox extends InboxContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfJournal extends JournalContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfLeases extends LeasesContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfOutbox extends OutboxContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfTakingBack extends TakingBackContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfResolvedQuestions extends ResolvedQuestionsContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfTowns extends TownsContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }

  @Nested
  class OfUnitOfWork extends UnitOfWorkContract {
    @Override
    protected Ports fresh() {
      return AllContracts.this.fresh();
    }
  }
}
