using AngleSharp.Html.Parser.Tokens;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <content>Tables. Rows and cells outside a table are sections; parts that the source left out are added.</content>
internal sealed partial class CleanTreeBuilder
{
    private const int MaxSpan = 100;

    private void StartTable(HtmlTagToken tag)
    {
        if (LastBlock()?.Kind is FrameKind.Table or FrameKind.TableSection or FrameKind.TableRow
            or FrameKind.ColumnGroup)
        {
            // A table cannot stand between the rows of another: it ends it.
            PopTo(OpenTable());
        }

        StartContainer(tag, FrameKind.Table, "table");
    }

    private void StartTableCaption(HtmlTagToken tag)
    {
        var table = OpenTable();
        if (table > 0 && _frames[table].Node is { Children.Count: 0 } node)
        {
            PopTo(table + 1);
            var caption = node.Add(new CleanNode("caption") { Line = new InlineContent(maxBreaks: 1) });
            Push(NewFrame(FrameKind.Caption, tag, caption));
        }
        else
        {
            StartSection(tag);
        }
    }

    private void StartTableSection(HtmlTagToken tag)
    {
        var table = OpenTable();
        if (table > 0)
        {
            PopTo(table + 1);
            Push(NewFrame(FrameKind.TableSection, tag, Top.Node!.Add(new CleanNode(tag.Name))));
        }
    }

    private void StartTableRow(HtmlTagToken tag)
    {
        var table = OpenTable();
        if (table < 0)
        {
            StartSection(tag);
            return;
        }

        EnsureSection(table);
        Push(NewFrame(FrameKind.TableRow, tag, Top.Node!.Add(new CleanNode("tr"))));
    }

    private void StartTableCell(HtmlTagToken tag)
    {
        var table = OpenTable();
        if (table < 0)
        {
            StartSection(tag);
            return;
        }

        if (_frames.Count > table + 2 && _frames[table + 2].Kind == FrameKind.TableRow)
        {
            PopTo(table + 3);
        }
        else
        {
            EnsureSection(table);
            Push(Inheriting(new Frame(FrameKind.TableRow, "tr", Top.Node!.Add(new CleanNode("tr")))));
        }

        var cell = new CleanNode(tag.Name)
        {
            Attributes = tag.Number("colspan", 2, MaxSpan) + tag.Number("rowspan", 2, MaxSpan) +
                (tag.Name == "th" ? tag.Word("scope", "col", "row", "colgroup", "rowgroup") : ""),
            Alignment = NewAlignment(tag.Alignment() ?? Top.Alignment),
        };
        Top.Node!.Add(cell);
        Push(new Frame(FrameKind.TableCell, tag.Name, cell)
        {
            Alignment = tag.Alignment() ?? Top.Alignment,
            WrittenAlignment = cell.Alignment == TextAlignment.Start ? Top.WrittenAlignment : cell.Alignment,
            FormatsOutside = _openFormats.Count,
        });
    }

    private void StartColumnGroup(HtmlTagToken tag)
    {
        var table = OpenTable();
        if (table > 0 && !HasRows(table))
        {
            PopTo(table + 1);
            var group = new CleanNode("colgroup") { Attributes = tag.Number("span", 2, MaxSpan) };
            Push(NewFrame(FrameKind.ColumnGroup, tag, Top.Node!.Add(group)));
        }
    }

    private void AddColumn(HtmlTagToken tag)
    {
        var table = OpenTable();
        if (table < 0 || HasRows(table))
        {
            return;
        }

        if (_frames.Count > table + 1 && _frames[table + 1].Kind == FrameKind.ColumnGroup)
        {
            PopTo(table + 2);
        }
        else
        {
            PopTo(table + 1);
            Push(Inheriting(new Frame(FrameKind.ColumnGroup, "colgroup", Top.Node!.Add(new CleanNode("colgroup")))));
        }

        Top.Node!.Add(new CleanNode("col") { Attributes = tag.Number("span", 2, MaxSpan) });
    }

    /// <summary>Leaves the section of rows that is open in a table on top, or begins one.</summary>
    private void EnsureSection(int table)
    {
        if (_frames.Count > table + 1 && _frames[table + 1].Kind == FrameKind.TableSection)
        {
            PopTo(table + 2);
            return;
        }

        PopTo(table + 1);
        var node = Top.Node!;
        var body = node.Children is [.., { Name: "tbody" } last] ? last : node.Add(new CleanNode("tbody"));
        Push(Inheriting(new Frame(FrameKind.TableSection, "tbody", body)));
    }

    private bool HasRows(int table) =>
        _frames[table].Node!.Children.Exists(child => child.Name is "thead" or "tbody" or "tfoot");

    private int OpenTable() => _frames.FindLastIndex(frame => frame.Kind == FrameKind.Table);
}
