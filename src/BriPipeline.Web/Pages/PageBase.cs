using Microsoft.AspNetCore.Components;

namespace BriPipeline.Web.Pages;

/// <summary>A page, with its words.</summary>
public abstract class PageBase : ComponentBase
{
    [Parameter, EditorRequired]
    public PageTexts T { get; set; } = default!;
}

/// <summary>A part of a page, with the page's words.</summary>
public abstract class PartBase : ComponentBase
{
    [CascadingParameter]
    public PageTexts T { get; set; } = default!;
}
