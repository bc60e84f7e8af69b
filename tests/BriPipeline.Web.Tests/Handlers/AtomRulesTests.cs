using System.Globalization;
using System.Text;
using System.Xml.Linq;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>The rules of Atom for what our feed has.</summary>
/// <remarks>RFC 4287, https://www.rfc-editor.org/rfc/rfc4287: the section of each rule is named beside it.</remarks>
public sealed class AtomRulesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly SummaryRecord[] Approved =
    [
        Record("KAZ", "2022", 2, "A. <Statistician> & Co", new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(5))),
        Record("KAZ-CHN", "2023-07", 1, "B", new(2026, 1, 3, 0, 0, 0, 123, TimeSpan.Zero)),
        Record("KAZ-CHN", "2023-08", 3, "B", new(2026, 1, 3, 0, 0, 0, 123, TimeSpan.Zero)),
    ];

    public static TheoryData<int> Counts => [0, 1, Approved.Length];

    // 4.1.1 and 4.1.2: exactly one id, title and updated each; 4.1.1: an author of the feed where an entry might have none.
    [Theory]
    [MemberData(nameof(Counts))]
    public void FeedAndEntries_HaveOneIdTitleAndTimeEach_AndAnAuthor(int count)
    {
        var feed = Feed(count);
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(count, entries.Count);
        Assert.All(
            entries.Prepend(feed),
            one =>
            {
                Assert.Single(one.Elements(Atom + "id"));
                Assert.NotEmpty(Assert.Single(one.Elements(Atom + "title")).Value);
                Assert.Single(one.Elements(Atom + "updated"));
                // 3.2.1: a person has a name.
                Assert.All(
                    one.Elements(Atom + "author"),
                    author => Assert.NotEmpty(Assert.Single(author.Elements(Atom + "name")).Value)
                );
                Assert.NotEmpty(one.Elements(Atom + "author"));
            }
        );
    }

    // 4.2.6: an id is an IRI that never changes; entries of one feed do not share it.
    [Fact]
    public void Ids_AreIris_AndNoTwoAreEqual()
    {
        var ids = Feed(Approved.Length).DescendantsAndSelf().Elements(Atom + "id").Select(id => id.Value).ToList();

        Assert.All(ids, id => Assert.True(Uri.TryCreate(id, UriKind.Absolute, out _), id));
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ids, Feed(Approved.Length).DescendantsAndSelf().Elements(Atom + "id").Select(id => id.Value));
    }

    // 3.3: times are RFC 3339, with "T" and "Z" in capitals.
    [Theory]
    [MemberData(nameof(Counts))]
    public void Times_AreThoseOfRfc3339(int count)
    {
        var times = Feed(count).DescendantsAndSelf().Elements(Atom + "updated").Select(time => time.Value).ToList();

        Assert.All(
            times,
            time =>
                Assert.Matches(
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
                    time
                )
        );
        // The feed changed when its newest entry did.
        Assert.Equal(times.Count > 1 ? times.Skip(1).Max(Parse) : DateTimeOffset.UnixEpoch, Parse(times[0]));
    }

    // 4.1.1: a link to itself; 4.1.2: an entry without content has an alternate, and no two of one type and language.
    [Fact]
    public void Links_LeadToTheFeedAndToEachLanguageOnce()
    {
        var feed = Feed(Approved.Length);
        var self = Assert.Single(feed.Elements(Atom + "link"));

        Assert.Equal("self", (string?)self.Attribute("rel"));
        Assert.True(Uri.IsWellFormedUriString((string?)self.Attribute("href"), UriKind.Absolute));
        Assert.All(
            feed.Elements(Atom + "entry"),
            entry =>
            {
                var alternates = entry
                    .Elements(Atom + "link")
                    .Where(link => (string?)link.Attribute("rel") is null or "alternate")
                    .ToList();
                Assert.Empty(entry.Elements(Atom + "content"));
                Assert.NotEmpty(alternates);
                Assert.All(
                    alternates,
                    link => Assert.True(Uri.IsWellFormedUriString((string?)link.Attribute("href"), UriKind.Absolute))
                );
                Assert.Equal(
                    alternates.Count,
                    alternates
                        .Select(link => ((string?)link.Attribute("type"), (string?)link.Attribute("hreflang")))
                        .Distinct()
                        .Count()
                );
            }
        );
    }

    private static SummaryRecord Record(string subject, string period, int edition, string name, DateTimeOffset at) =>
        new(subject, TimePeriod.Parse(period), 1, 1, edition, Approved: true, [], Reason: null)
        {
            ApprovedEdition = edition,
            Approval = new(name, at),
        };

    private static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static XElement Feed(int count) =>
        XDocument
            .Parse(
                Encoding
                    .UTF8.GetString(SummaryFeed.Write(Approved.Take(count), "https://trade.example"))
                    .TrimStart('\uFEFF')
            )
            .Root!;
}
