using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Where a wording is taken for a period.</summary>
[Flags]
internal enum PeriodPlace
{
    /// <summary>Read as a whole label only.</summary>
    Whole = 1,

    /// <summary>Found inside longer texts.</summary>
    Inside = 2,

    /// <summary>Found inside longer texts where no blank stands in it.</summary>
    InsideGlued = 4,

    /// <summary>Looks like a period inside longer texts and is none.</summary>
    NotOne = 8,
}

/// <summary>A wording of periods, as a pattern over word classes (<see cref="PeriodWord"/>).</summary>
/// <remarks>Named groups: Y and Z years, N a year of two digits, A and B months, Q and P quarters, H a half-year, K a
/// number of months from January, S and V the first and the last day of a month, L how long a period is that ends with month A, C the last day of it, F and G the months again, D a day, W the last year of a fiscal year, X the word for one, FB a fiscal year as the one in which it begins, FE as the one in which it ends, O two years in four digits, I the number of a month, J the year again.</remarks>
internal sealed record PeriodPattern(Regex Whole, Regex Here, PeriodPlace Place)
{
    private const string Year = @"(?:y\.?)?(?<Y>Y)(?:-?y\.?)?";
    private const string OtherYear = @"(?:y\.?)?(?<Z>Y)(?:-?y\.?)?";
    private const string Quarter = @"(?:q\.?(?<Q>[mR])|(?<Q>[mR])\.?(?:-?d)?-?q\.?)";
    private const string Quarters = @"(?:q(?<Q>[mR])-+q?(?<P>[mR])|(?<Q>[mR])(?:-?d)?-+(?<P>[mR])(?:-?d)?q\.?)";
    private const string Half = @"(?:H\.?(?<H>[mR])|(?<H>[mR])\.?(?:-?d)?-?H|(?<H>[UV]))";
    private const string Months = @"s?(?<A>M)\.?(?:-+|[/&h])s?(?<B>M)\.?o?";

    // "From the beginning of the year to March" is no year to March.
    private const string Length =
        @"(?:(?<L>L)|(?<L>[mc])[ok]?-?l|(?<L>[yqH])(?:-?y)?l|(?<L>[mc])[ok]-+|(?<![A-Za-z])(?<L>[yqH])(?:-?y)?-+)-*";
    public const string Ending = $@"{Length}(?:(?<C>[mn])d?\.?)?(?<A>M)\.?";
    private const string EndingOnDay = $@"{Length}(?<A>M)\.?(?<C>[mn])d?";
    private const string Fiscal = "(?:y?f+y?)";
    private const string MonthsTwice = @"s?(?<A>M)\.?-+s?(?<B>M)\.?o?[-/(]?s?(?<F>M)\.?-+s?(?<G>M)\.?[)]?";
    private const string NumberedMonths = @"(?:(?<A>m)O?-+(?<B>m)(?:-?d)?O|(?<A>m)-+(?<B>m)o|o(?<A>m)-+o?(?<B>m))";
    private const string RomanMonths = @"(?<A>[Rr])\.?-+(?<B>r)\.?";
    private const string Sep = @"[-,._/:(]?";

    // Order decides inside longer texts: the more specific first.
    private static readonly PeriodPattern[] All =
    [
        // 17 July 2018 - 16 July 2019; 2018-07-17--2019-07-16
        Of(
            @"(?<D>[mn])d?(?<A>M)\.?,?(?<Y>Y)y?\.?-+[mn]d?(?<B>M)\.?,?(?<Z>Y)(?:y\.?)?",
            PeriodPlace.Whole | PeriodPlace.Inside
        ),
        Of(@"(?<Y>Y)-(?<A>m)-(?<D>[mn])-+(?<Z>Y)-(?<B>m)-[mn]", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<T>e)-?(?<A>M)\.?,?(?<Y>Y)-+e-?(?<B>M)\.?,?(?<Z>Y)", PeriodPlace.Whole | PeriodPlace.Inside),
        // 1-30 April 2023, 1 - 31 Aralık: all the days of a month
        Of($@"(?<S>m)-+(?<V>n)d?(?<A>M)\.?,?(?:{Year})?", PeriodPlace.Whole | PeriodPlace.Inside),
        // Days are no periods.
        Of(@"Y[-./]m[-./][mn]|[mn][-./]m[-./]Y|[mn]d?M\.?,?Y|[mn]\.M\.?,?Y|M[mn]d?,?Y|YymO[mn]D", PeriodPlace.NotOne),
        Of(@"[mn]d?-+[mn]d?M\.?(?:,?Y)?", PeriodPlace.NotOne),
        // Nor are weeks, nor a number of days of a month.
        Of(
            @"j[mn](?:-+[mn])?[-/,]?Y?|[mn]d?j[-/,]?Y?|Y[-/]?j[mn]|[mnc]D(?:M\.?,?)?(?:Y(?:-?y\.?)?)?",
            PeriodPlace.NotOne
        ),
        // April 2017 - March 2018; 2022年1月至2023年3月; 2023-01--2023-07; 201901-201903
        Of($@"s?(?<A>M)\.?,?{Year}-+s?(?<B>M)\.?,?{OtherYear}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"s?(?<Y>Y)y(?<A>m)O-+(?<Z>Y)y(?<B>m)O", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<Y>Y)-(?<A>m)-+(?<Z>Y)-(?<B>m)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of(@"(?<A>S)-+(?<B>S)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of(@"(?<A>S)-(?<B>m)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        // July - March 2022-23: months of a fiscal year that begins in one year and ends in the next
        Of($@"{Months}{Sep}(?<Y>Y)[-/](?<W>[mnY])", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"(?<Y>Y)[-/](?<W>[mn]){Sep}{Months}", PeriodPlace.Whole | PeriodPlace.Inside),
        // 2021-2022 (April-March)
        Of($@"(?<Y>Y)[-/](?<W>Y){Sep}{Months}[)]?", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"M\.?-+M\.?{Sep}Y[-/][mn](?![-./])", PeriodPlace.NotOne),
        // year ended December 2022; 12 months to June 2023; without a year only where none begins among the months
        Of($@"{EndingOnDay},?{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Ending},?{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Ending}[-'/.]?(?<N>[mn])", PeriodPlace.Whole),
        Of(EndingOnDay, PeriodPlace.Whole),
        Of(Ending, PeriodPlace.Whole | PeriodPlace.Inside),
        // Ocak-Ekim / January-October 2023: the same in two languages
        Of($@"{MonthsTwice}{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}{MonthsTwice}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(MonthsTwice, PeriodPlace.Whole | PeriodPlace.Inside),
        // Январь-апрель 2024; 2023-жылдын январь-июлу; 2023年1-7月
        Of($@"{Months}{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}{Months}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}{NumberedMonths}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{NumberedMonths}{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        // I. - XII. 2022; up to IV they may be quarters
        Of($@"(?<A>R)\.?-+(?<B>R)\.?{Sep}{Year}\.?", PeriodPlace.Whole),
        Of($@"(?<Q>R)\.?-+(?<P>R)\.?{Sep}{Year}\.?", PeriodPlace.Whole),
        Of($@"{Year}\.?{Sep}(?<A>R)\.?-+(?<B>R)\.?", PeriodPlace.Whole),
        Of($@"{Year}\.?{Sep}(?<Q>R)\.?-+(?<P>R)\.?", PeriodPlace.Whole),
        Of($@"{RomanMonths}{Sep}{Year}\.?", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}\.?{Sep}{RomanMonths}", PeriodPlace.Whole | PeriodPlace.Inside),
        // 9 месяцев 2023 года; 9M 2023
        Of($@"(?<K>[mc])[ok]{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}(?<K>[mc])o", PeriodPlace.Whole | PeriodPlace.Inside),
        // tháng 11 năm 2023; tháng 11/2023
        Of($@"o(?<A>m){Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        // Q1 1997; 1997Q1; 1 квартал 2022; I-III кварталы 2023; 2023年上半年
        Of($@"{Quarters}{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}{Quarters}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Quarter}{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}{Quarter}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Half}{Sep}{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}{Half}", PeriodPlace.Whole | PeriodPlace.Inside),
        // What a year is said to begin, to be compared with or to classify is not the period.
        Of(@"s+[(]?(?:M\.?,?)?Y(?:-?y\.?)?(?!-+[MY])|s(?:q[mR]|[mR](?:-?d)?q)Y|Y-?z|Y=|wn_Y", PeriodPlace.NotOne),
        // December* 2023; November (R) 2023
        Of($@"(?<A>M)\.?(?:\*+|[(]h[)]){Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        // Jan 1997; 1997Jan; 2022年3月; 2019M01
        Of($@"(?<A>M)[-.,_/']*{Year}", PeriodPlace.Whole | PeriodPlace.Inside),
        Of($@"{Year}{Sep}(?<A>M)\.?[oO]?", PeriodPlace.Whole | PeriodPlace.Inside),
        // "June year 2023" may be the year that ends in June.
        Of(@"(?<A>M)\.?(?<L>y)(?<Y>Y)", PeriodPlace.Whole),
        Of(@"(?<Y>Y)y(?<A>m)(?:-?d)?O", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<Y>Y)-?k(?<A>m)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        // Jan-97
        Of(@"(?<A>M)\.?[-'/](?<N>[mn])", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of(@"(?<A>M)\.?(?<N>[mn])", PeriodPlace.Whole),
        // Q1-23, 1Q23, 23Q1, 1H23, 9M23, Jan-Sep 23
        Of(@"(?:q(?<Q>[mR])|(?<Q>[mR])-?q)[-'/.]?(?<N>[mn])", PeriodPlace.Whole),
        Of(@"(?<N>[mn])[-'/.]?q(?<Q>[mR])", PeriodPlace.Whole),
        Of(@"(?:H(?<H>[mR])|(?<H>[mR])-?H)[-'/.]?(?<N>[mn])", PeriodPlace.Whole),
        Of(@"(?<K>m)[ok][-'/.]?(?<N>[mn])", PeriodPlace.Whole),
        Of($@"{Months}[-'/.]?(?<N>[mn])", PeriodPlace.Whole),
        // M1 2023
        Of(@"k(?<A>m)[-._/]?(?<Y>Y)", PeriodPlace.Whole | PeriodPlace.Inside),
        // 2023-07; 07.2023; 202401
        Of(@"(?<Y>Y)[-./_:](?<A>m)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of(@"(?<Y>Y)(?<A>m)", PeriodPlace.Whole),
        Of(@"(?<A>m)[-./_](?<Y>Y)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of(@"(?<A>S)", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        // FY 2017/18; fiscal year 2017-2018
        Of($@"{Fiscal}(?<Y>Y)[-/](?<Z>[mnY])|(?<Y>Y)[-/](?<Z>[mnY]){Fiscal}", PeriodPlace.Whole | PeriodPlace.Inside),
        // 2017/18; 2017-2018
        Of($@"{Fiscal}?(?<Y>Y)/(?<Z>[mnY]){Fiscal}?", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of($@"{Fiscal}?(?<Y>Y)-(?<Z>[mn]){Fiscal}?", PeriodPlace.Whole | PeriodPlace.InsideGlued),
        Of($@"{Fiscal}?(?<Y>Y)-(?<Z>Y){Fiscal}?", PeriodPlace.Whole),
        // 2024年度
        Of(@"(?<Y>Y)(?<X>u)-+Yu?", PeriodPlace.NotOne),
        Of(@"(?<Y>Y)(?<X>u)", PeriodPlace.Whole | PeriodPlace.Inside),
        // FY24: the fiscal year that ends in 2024
        Of(@"f+[-']?(?<E>[mn])", PeriodPlace.Whole | PeriodPlace.Inside),
        // FY2122
        Of(@"f+[-_]?(?<O>v)", PeriodPlace.Whole | PeriodPlace.Inside),
        // Whether a fiscal year of one number begins or ends in it, the words do not say.
        Of($@"{Fiscal}-?(?<FB>Y)|(?<FB>Y)-?{Fiscal}", PeriodPlace.Whole),
        Of($@"{Fiscal}-?(?<FE>Y)|(?<FE>Y)-?{Fiscal}", PeriodPlace.Whole),
        Of($@"Y(?:-?y)?\.?-+Y(?:-?y)?|{Fiscal}Y|Y-?[(]?{Fiscal}[)]?", PeriodPlace.NotOne),
        // 112年 2023; 112年1月 Jan. 2023: the same in two eras
        Of(@"(?<Y>Y)y(?<J>Y)", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<Y>Y)y(?<I>m)O(?<A>M)\.?(?<J>Y)", PeriodPlace.Whole | PeriodPlace.Inside),
        // 2022; 2022 г.; 2022年
        Of($@"{Year}\.?", PeriodPlace.Whole | PeriodPlace.Inside),
        // 01. Janeiro, 2月 Feb.; before another month the number is a day
        Of(@"(?<I>m)[.O](?<A>M)\.?", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"[mn]\.M", PeriodPlace.NotOne),
        // Without a year.
        Of(Months, PeriodPlace.Whole | PeriodPlace.Inside),
        Of(NumberedMonths, PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<A>m)-+(?<B>m)", PeriodPlace.Whole),
        Of(Quarters, PeriodPlace.Whole | PeriodPlace.Inside),
        Of(Quarter, PeriodPlace.Whole | PeriodPlace.Inside),
        Of(Half, PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<A>M)\.?[oO]?", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<K>[mc])o", PeriodPlace.Whole | PeriodPlace.Inside),
        Of(@"(?<A>m)(?:(?:-?d)?O)?|o(?<A>m)", PeriodPlace.Whole),
        Of(@"k(?<A>m)", PeriodPlace.Whole),
    ];

    /// <summary>Those that a whole label may be.</summary>
    public static PeriodPattern[] OfLabels { get; } =
    [.. All.Where(pattern => pattern.Place.HasFlag(PeriodPlace.Whole))];

    /// <summary>Those that are looked for inside longer texts.</summary>
    public static PeriodPattern[] OfTexts { get; } = [.. All.Where(pattern => pattern.Place != PeriodPlace.Whole)];

    private static PeriodPattern Of(string pattern, PeriodPlace place) =>
        new(
            new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant),
            new Regex($@"\G(?:{pattern})", RegexOptions.CultureInvariant),
            place
        );
}
