using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage;

/// <summary>Table <c>Challenges</c>: partitions and rows as in <c>Trade</c>, each row's name behind its key.</summary>
public sealed class ChallengeStore(StorageAccount account) : IChallengeStore
{
    private const string Open = "open";
    private const string Closed = "closed";

    public async Task<bool> AddAsync(Challenge challenge, CancellationToken cancellation)
    {
        var entity = new TableEntity(challenge.Figure.Partition, RowOf(challenge.Figure, challenge.Id))
        {
            ["Text"] = challenge.Text,
            ["By"] = challenge.By,
            ["At"] = challenge.At,
            ["State"] = Open,
        };
        entity.AddUnlessNull("ValueText", challenge.Value?.ToString(CultureInfo.InvariantCulture));
        EntityLimits.Check(entity);
        if (
            await ListAsync(isOpen: true, cancellation).Take(Challenge.MaxOpen).CountAsync(cancellation)
            == Challenge.MaxOpen
        )
        {
            return false;
        }

        var table = await TableAsync(cancellation);
        try
        {
            await table.AddEntityAsync(entity, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    public IAsyncEnumerable<Challenge> ListAsync(TradeKey figure, CancellationToken cancellation) =>
        QueryAsync(
            TableFilter.All(
                TableFilter.Partition(figure.Partition),
                TableFilter.Below("RowKey", figure.Row, Separator)
            ),
            cancellation
        );

    public IAsyncEnumerable<Challenge> ListAsync(bool isOpen, CancellationToken cancellation) =>
        QueryAsync(TableFilter.Equal("State", isOpen ? Open : Closed), cancellation);

    public async Task<bool> AnswerAsync(
        TradeKey figure,
        string id,
        ChallengeAnswer answer,
        CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(
            figure.Partition,
            RowOf(figure, id),
            cancellationToken: cancellation
        );
        if (!found.HasValue || found.Value!.GetString("State") != Open)
        {
            return false;
        }

        var entity = found.Value;
        entity["State"] = Closed;
        entity["Answer"] = answer.Text;
        entity["AnsweredBy"] = answer.By;
        entity["AnsweredAt"] = answer.At;
        EntityLimits.Check(entity);
        try
        {
            await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Somebody else has closed it.
            return false;
        }
    }

    private const char Separator = '|';

    private static string RowOf(TradeKey figure, string id) => $"{figure.Row}{Separator}{id}";

    private async IAsyncEnumerable<Challenge> QueryAsync(
        string filter,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var table = await TableAsync(cancellation);
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            yield return Read(entity);
        }
    }

    private static Challenge Read(TableEntity entity) =>
        new(
            TradeKey.Parse(entity.PartitionKey, entity.RowKey[..entity.RowKey.LastIndexOf(Separator)]),
            entity.GetDateTimeOffset("At")!.Value,
            entity.GetString("ValueText") is { } value
                ? decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture)
                : null,
            entity.GetString("Text"),
            entity.GetString("By"),
            entity.GetString("State") == Closed
                ? new(
                    entity.GetString("Answer"),
                    entity.GetString("AnsweredBy"),
                    entity.GetDateTimeOffset("AnsweredAt")!.Value
                )
                : null
        );

    private Task<TableClient> TableAsync(CancellationToken cancellation) =>
        account.TableAsync("Challenges", cancellation);
}
