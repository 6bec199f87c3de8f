using System.Text;
using System.Xml;
using AreaSend.FileChecks.Archives;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.OpenDocuments;

/// <summary>
/// OpenDocument files, by the type that their first entry states. Nested folders such as <c>Object 1</c> are charts, and are read like the rest.
/// </summary>
internal sealed class OpenDocumentCheck(Stream content, IReadOnlyList<ZipEntry> entries, CheckScope scope)
{
    /// <summary>The name of the first entry.</summary>
    public const string TypeName = "mimetype";

    private const string Presentation = "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0";

    private static readonly string[] MacroFolders = ["/Basic/", "/Scripts/", "/Dialogs/"];

    // Where a form is sent, in both editions of XForms.
    private static readonly string[] Destinations = ["action", "resource"];

    // What a click on a slide may do: go to another, or nothing.
    private static readonly string[] Jumps = ["none", "previous-page", "next-page", "first-page", "last-page", "show", "hide", "stop"];

    public FileKind Kind()
    {
        var kind = StatedKind();
        foreach (var entry in entries.Where(entry => entry.Name != TypeName))
        {
            CheckPart(entry);
        }

        return kind;
    }

    private FileKind StatedKind()
    {
        using var part = new EntryStream(content, entries[0], scope);
        var type = Encoding.ASCII.GetString(part.Start);
        part.Finish();
        foreach (var kind in (FileKind[])[FileKind.Odt, FileKind.Ods, FileKind.Odp])
        {
            if (KindFacts.Of(kind).ContentType == type)
            {
                return kind;
            }
        }

        throw new RefusedException(Refusals.OtherOfficeKind);
    }

    private void CheckPart(ZipEntry entry)
    {
        if (!entry.IsFolder && MacroFolders.Any(folder => ("/" + entry.Name).Contains(folder, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException(Refusals.Macros);
        }

        using var part = new EntryStream(content, entry, scope);
        if (entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
        {
            var depth = entry.Name.Count(letter => letter == '/');
            PartXml.Walk(part, reader => Watch(reader, depth));
        }
        else if (entry.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            EmbeddedFiles.Refuse(part.Start);
            PartXml.Walk(part, WatchDrawing);
        }
        else
        {
            EmbeddedFiles.Refuse(part.Start);
            part.Finish();
        }
    }

    private static void WatchDrawing(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            AttributeRules.Require(reader);
        }
    }

    private static void Watch(XmlReader reader, int depth)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            return;
        }

        var refusal = reader.LocalName switch
        {
            "encryption-data" => Refusals.Encrypted,
            "event-listener" when !IsJump(reader) => Refusals.Macros,
            "script" when !reader.IsEmptyElement => Refusals.Macros,
            "dde-source" or "dde-link" or "dde-connection-decl" => Refusals.Command,
            "database-source-sql" or "database-source-query" or "database-source-table" or "source-service" => Refusals.DataConnection,
            "object-ole" or "plugin" or "applet" => Refusals.EmbeddedObject,
            _ => null,
        };
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        if (reader.LocalName == "submission" && Destinations.Select(reader.GetAttribute).OfType<string>().Any(Addresses.IsRemote))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }

        while (reader.MoveToNextAttribute())
        {
            RequireAttribute(reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
        if (reader.GetAttribute("href", "http://www.w3.org/1999/xlink") is { } target)
        {
            RequireLink(reader.LocalName, target, depth);
        }
    }

    /// <summary>Formulas, also in the language of Excel; what a form fetches; and where relative addresses begin.</summary>
    private static void RequireAttribute(string name, string space, string value)
    {
        if (
            name is "formula" or "condition" or "expression" or "value-expression" or "base-cell-address"
            || (name == "value" && space.Contains(":calcext:", StringComparison.Ordinal)))
        {
            var isOfExcel = value.StartsWith("msoxl:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("oooxl:", StringComparison.OrdinalIgnoreCase);
            if (isOfExcel)
            {
                FormulaRules.Require(value);
            }
            else
            {
                FormulaRules.RequireOpen(value);
            }
        }

        if (name == "datasource" && value.Length > 0 && space.Contains(":form:", StringComparison.Ordinal))
        {
            throw new RefusedException(Refusals.DataConnection);
        }

        if (name == "image-data" && Addresses.IsRemote(value))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }

        if (name == "base" && space == "http://www.w3.org/XML/1998/namespace" && Addresses.IsRemote(value))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    private static bool IsJump(XmlReader reader) => reader.NamespaceURI == Presentation && Jumps.Contains(reader.GetAttribute("action", Presentation));

    /// <summary>
    /// Text and shapes may be links to click, and LibreOffice notes where the template of a document lies, as Word does; every other reference must stay inside
    /// the file.
    /// </summary>
    private static void RequireLink(string element, string target, int depth)
    {
        if (element == "a")
        {
            RelationshipCheck.RequireClickable(target);
        }
        else if (
            element == "template"
                ? Addresses.IsRemote(target)
                : target.Contains(':') || target.StartsWith('/') || target.StartsWith('\\') || LeadsOut(target, depth))
        {
            throw new RefusedException(Refusals.ExternalLink);
        }
    }

    /// <summary>A chart in a folder of its own points at the sheet above it; above the whole there is nothing.</summary>
    private static bool LeadsOut(string target, int depth)
    {
        foreach (var segment in target.Split('/', '\\'))
        {
            depth += segment switch
            {
                ".." => -1,
                "" or "." => 0,
                _ => 1,
            };
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }
}
