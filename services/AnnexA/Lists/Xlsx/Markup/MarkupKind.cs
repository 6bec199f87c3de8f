namespace AreaSend.Services.AnnexA.Lists.Xlsx.Markup;

/// <summary>What a <see cref="MarkupReader"/> stands on.</summary>
internal enum MarkupKind
{
    /// <summary>The beginning of an element, or an element without content.</summary>
    Start,

    /// <summary>The end of an element.</summary>
    End,

    /// <summary>Text, in which entities still stand.</summary>
    Text,

    /// <summary>Text in which an ampersand is an ampersand.</summary>
    LiteralText,
}
