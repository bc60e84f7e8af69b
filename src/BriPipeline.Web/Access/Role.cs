namespace BriPipeline.Web.Access;

/// <summary>What somebody is to this installation; the names are those of the app roles in Entra ID.</summary>
public enum Role
{
    /// <summary>Reads figures, summaries and the state of uploads.</summary>
    Reader,

    /// <summary>Uploads workbooks, and reads.</summary>
    Uploader,

    /// <summary>Accepts, retries, compiles, and does all that the others do.</summary>
    Operator,
}

/// <summary>What an address asks of whoever calls it.</summary>
public enum Right
{
    /// <summary>Nothing: not even to be known.</summary>
    None,
    Read,
    Upload,
    Operate,
}

/// <summary>Who made a request.</summary>
/// <param name="IsKnown">Signed in, or at this machine.</param>
public sealed record Caller(bool IsKnown, IReadOnlySet<Role> Roles)
{
    /// <summary>Of the person, or of the program; null where it is not known.</summary>
    public string? Name { get; init; }

    /// <summary>By what a profile can name the caller among its uploaders: app roles, object ids of groups and of the caller.</summary>
    public IReadOnlySet<string> Groups { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public static readonly Caller Nobody = new(IsKnown: false, new HashSet<Role>());

    public bool May(Right right) =>
        right switch
        {
            Right.None => true,
            Right.Read => Roles.Count > 0,
            Right.Upload => Roles.Contains(Role.Uploader) || Roles.Contains(Role.Operator),
            _ => Roles.Contains(Role.Operator),
        };
}
