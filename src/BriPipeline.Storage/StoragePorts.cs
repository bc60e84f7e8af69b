using BriPipeline.Core.Imports;

namespace BriPipeline.Storage;

/// <summary>Every port of the pipeline on one storage account.</summary>
public sealed class StoragePorts : IAsyncDisposable
{
    private readonly SourceLocks locks;

    public StoragePorts(StorageAccount account)
    {
        locks = new(account);
        Uploads = new UploadStore(account);
        Ledger = new UploadLedger(account);
        Poison = new PoisonQueue(account);
        DeadLetters = new DeadLetterStore(account);
        Reference = new ReferenceStore(account);
        Reports = new ReportStore(account);
        Summaries = new SummaryStore(account);
        Feed = new Feed(account);
        Vintages = new VintageStore(account);
        Trade = new TradeReader(account, Feed, Vintages);
        Registers = new RegisterStore(account, Feed);
        Series = new SeriesReader(account);
        Challenges = new ChallengeStore(account);
        Health = new StorageHealth(account);
        Import = new ImportPorts(
            Uploads,
            Uploads,
            new ArchiveStore(account),
            Ledger,
            Poison,
            locks,
            Vintages,
            Reference,
            Reports,
            Summaries,
            Registers,
            Trade,
            new Outages()
        );
    }

    public UploadStore Uploads { get; }
    public UploadLedger Ledger { get; }
    public PoisonQueue Poison { get; }
    public DeadLetterStore DeadLetters { get; }
    public ReferenceStore Reference { get; }
    public ReportStore Reports { get; }
    public SummaryStore Summaries { get; }
    public Feed Feed { get; }
    public VintageStore Vintages { get; }
    public TradeReader Trade { get; }
    public RegisterStore Registers { get; }
    public SeriesReader Series { get; }
    public ChallengeStore Challenges { get; }
    public StorageHealth Health { get; }

    /// <summary>What <see cref="WorkbookImport"/> and <see cref="Verification"/> ask for.</summary>
    public ImportPorts Import { get; }

    /// <summary>Ends the work that is under way and gives back its leases.</summary>
    public ValueTask DisposeAsync() => locks.DisposeAsync();
}
