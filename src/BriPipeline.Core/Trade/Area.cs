namespace BriPipeline.Core.Trade;

/// <summary>A reporter or partner: ISO 3166-1 alpha-3 (<c>KAZ</c>), ISO 3166-3 for former states (<c>SUN</c>),
/// UN M49 digits for regions (<c>001</c> World), <c>899</c> not specified, or <c>_NAME</c> for a group of the closed list.</summary>
public readonly record struct Area(string Code)
{
    /// <summary>All partners: "Total" where nothing limits them.</summary>
    public static readonly Area World = new("001");

    /// <summary>Partner not specified.</summary>
    public static readonly Area NotSpecified = new("899");

    /// <summary>A sum of countries, or a residual: listed below countries and never added to them.</summary>
    public bool IsGroup => Code[0] == '_' || (char.IsAsciiDigit(Code[0]) && this != NotSpecified);

    public bool IsCountry => char.IsAsciiLetterUpper(Code[0]);

    public override string ToString() => Code;
}
