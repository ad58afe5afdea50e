namespace PartyCms.WeChat.Client;

/// <summary>Which part of a list: WeChat counts from the newest.</summary>
/// <param name="Offset">From 0.</param>
/// <param name="Count">1 to 20.</param>
/// <param name="NoContent">1 leaves the text of the articles out.</param>
internal sealed record PageQuery(int Offset, int Count, int NoContent)
{
    public const int MostAtOnce = 20;
}
