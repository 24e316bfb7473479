<?php
/**
 * Plugin Name: Cermin Koperasi
 * Description: Kode singkat [cermin_koperasi]: koperasi memeriksa kesehatannya sendiri. Isian tidak dikirim ke mana pun.
 * Version: {{version}}
 * Requires at least: 5.0
 * Requires PHP: 7.0
 * License: MIT OR Apache-2.0
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The tool's files inside this plugin. Their folder carries the release's name and never changes. */
const CERMIN_KOPERASI_FOLDER = '{{folder}}';
const CERMIN_KOPERASI_INTEGRITY = '{{integrity}}';

/** What the shortcode takes: for a choice the values, for a text the longest length. */
function cermin_koperasi_attributes() {
	return array(
		'screen'         => array( {{screens}} ),
		'theme'          => array( 'light', 'dark', 'contrast' ),
		'lang'           => array( 'id', 'en' ),
		'mode'           => array( 'embed', 'projector', 'shared' ),
		'office_name'    => 80,
		'office_contact' => 120,
		'office_link'    => 200,
	);
}

/** An attribute that is safe to pass on, or '' for anything else. */
function cermin_koperasi_clean( $name, $value ) {
	$rule  = cermin_koperasi_attributes()[ $name ];
	$value = trim( wp_strip_all_tags( (string) $value ) );
	if ( is_array( $rule ) ) {
		return in_array( $value, $rule, true ) ? $value : '';
	}
	if ( 'office_link' === $name && ! preg_match( '#^https://[^\s@]+$#i', $value ) ) {
		return '';
	}
	return function_exists( 'mb_substr' ) ? mb_substr( $value, 0, $rule ) : substr( $value, 0, $rule );
}

/** `[cermin_koperasi screen="hasil" office_name="Dinas Koperasi"]`: the wrapper, and a plain frame where scripts are off. */
function cermin_koperasi_shortcode( $given ) {
	$names = array_merge( array_fill_keys( array_keys( cermin_koperasi_attributes() ), '' ), array( 'brand' => '' ) );
	$given = shortcode_atts( $names, $given, 'cermin_koperasi' );
	$brand = preg_match( '/^#?[0-9a-f]{6}$/i', $given['brand'] ) ? ltrim( $given['brand'], '#' ) : '';
	$base  = plugins_url( CERMIN_KOPERASI_FOLDER . '/', __FILE__ );
	$query = array( 'mode' => 'embed' );
	$html  = '<cermin-koperasi';
	$hash  = '';
	foreach ( array_keys( cermin_koperasi_attributes() ) as $name ) {
		$value = cermin_koperasi_clean( $name, $given[ $name ] );
		if ( '' === $value ) {
			continue;
		}
		$attribute = str_replace( '_', '-', $name );
		$html     .= ' ' . $attribute . '="' . esc_attr( $value ) . '"';
		if ( 'screen' === $name ) {
			$hash = '#/' . $value;
		} else {
			$query[ $attribute ] = $value;
		}
	}
	if ( '' !== $brand ) {
		$html          .= ' brand="#' . esc_attr( $brand ) . '"';
		$query['brand'] = $brand;
	}
	$frame = esc_url( $base . 'frame.html?' . http_build_query( $query, '', '&' ) . $hash );
	wp_enqueue_script( 'cermin-koperasi', $base . 'cermin-koperasi.js', array(), null, true );
	return $html . '></cermin-koperasi><noscript><iframe title="Cermin Koperasi: periksa kesehatan koperasi" src="' . $frame
		. '" sandbox="allow-scripts allow-downloads allow-modals" referrerpolicy="no-referrer" allow="web-share *; clipboard-write *" width="100%" height="700"></iframe></noscript>';
}

/** The script is checked against the hash that this very release was built with. */
function cermin_koperasi_script_tag( $tag, $handle ) {
	if ( 'cermin-koperasi' !== $handle ) {
		return $tag;
	}
	return str_replace( ' src=', ' integrity="' . esc_attr( CERMIN_KOPERASI_INTEGRITY ) . '" crossorigin="anonymous" src=', $tag );
}

add_shortcode( 'cermin_koperasi', 'cermin_koperasi_shortcode' );
add_filter( 'script_loader_tag', 'cermin_koperasi_script_tag', 10, 2 );
