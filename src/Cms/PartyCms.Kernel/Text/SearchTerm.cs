namespace PartyCms.Kernel.Text;

/// <summary>A part of a query that must be found as it stands.</summary>
/// <param name="Text">The folded words, for <see cref="Snippets"/>.</param>
/// <param name="Tokens">Tokens that must follow each other in one field, see <see cref="SearchText.Bigrams"/>; may be none.</param>
/// <param name="Pieces">Pieces that must be there as well, see <see cref="SearchText.ToPieces"/>; may be none.</param>
public sealed record SearchTerm(string Text, IReadOnlyList<string> Tokens, IReadOnlyList<string> Pieces);
