using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Registers;

/// <summary>Table <c>Registers</c>.</summary>
public interface IRegisterStore
{
    /// <summary>All rows, by kind and id.</summary>
    IAsyncEnumerable<RegisterRow> ListAsync(CancellationToken cancellation);

    /// <summary>Feed number of the last committed import of registers; 0 before the first.</summary>
    Task<long> FindNumberAsync(CancellationToken cancellation);
}
