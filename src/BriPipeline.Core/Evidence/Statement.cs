using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Evidence;

/// <summary>What one text says of one dimension of the figures that it reaches.</summary>
/// <param name="Value">An <see cref="Area"/>, a <see cref="ScaledUnit"/>, ... as the dimension has it.</param>
/// <param name="Text">The text as found.</param>
/// <param name="Place">Grid position of its cell; null where it stands in none.</param>
public sealed record Statement(Dimension Dimension, object Value, Reach Reach, string Text, CellAddress? Place = null);
