using Microsoft.AspNetCore.Components;

namespace Guidan.Web.Storefront;

/// <summary>The page around every page: head, header, footer.</summary>
public partial class Frame
{
    [Inject] public StyleSheet Style { get; set; } = null!;

    [Parameter, EditorRequired] public string Title { get; set; } = "";

    [Parameter] public string? Description { get; set; }

    /// <summary>Which link of the header is this page.</summary>
    [Parameter] public string? Here { get; set; }

    /// <summary>Shows the categories on phones too.</summary>
    [Parameter] public bool Browse { get; set; }

    /// <summary>Kept from search engines, and its address from other sites.</summary>
    [Parameter] public bool Private { get; set; }

    [Parameter] public string? MainClass { get; set; }

    /// <summary>Rules of this page alone, such as which sum belongs to which choice.</summary>
    [Parameter] public string? ExtraStyle { get; set; }

    [Parameter] public RenderFragment? Head { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    private string FullTitle
    {
        get
        {
            var shop = L[Facts.Shop.Name];
            return Title.Length == 0 || Title == shop ? $"{shop} {L[Facts.Shop.Tagline]}" : $"{Title} - {shop}";
        }
    }
}
